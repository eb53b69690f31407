// Removes all that a build writes.
import { rmSync } from 'node:fs'

for (const folder of ['build', 'dist']) rmSync(folder, { recursive: true, force: true })
