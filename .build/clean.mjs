// Empties dist, so that a file deleted from src cannot live on in the package.
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
