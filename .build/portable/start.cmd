@echo off
rem Starts the workbench, or with arguments the command line. Node writes to the window in Unicode, so that its code page may
rem stay as it is: with another one old windows have no font for Chinese.
setlocal
if not exist "%~dp0node\node.exe" goto packed
if not "%~1"=="" goto command
rem A double click starts in this folder; projects are offered beside the user's documents.
cd /d "%USERPROFILE%"
"%~dp0node\node.exe" "%~dp0program\dist\cli\main.js" serve --open
if errorlevel 1 pause
goto :eof
:command
"%~dp0node\node.exe" "%~dp0program\dist\cli\main.js" %*
goto :eof
:packed
rem A double click within the archive unpacks this file alone.
chcp 65001 >nul
echo Unpack the whole archive first, then start zhagen.cmd in the folder.
echo 请先解压整个压缩包，再运行文件夹中的 zhagen.cmd。
pause
exit /b 1
