@echo off
rem Starts the workbench, or with arguments the command line.
setlocal
chcp 65001 >nul
if not "%~1"=="" goto command
rem A double click starts in this folder; projects are offered beside the user's documents.
cd /d "%USERPROFILE%"
"%~dp0node\node.exe" "%~dp0program\dist\cli\main.js" serve --open
if errorlevel 1 pause
goto :eof
:command
"%~dp0node\node.exe" "%~dp0program\dist\cli\main.js" %*
