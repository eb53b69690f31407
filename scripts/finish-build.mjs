// The last step of a build.
import { writeFileSync } from 'node:fs'
import { STAMP } from './stamp.mjs'

writeFileSync(STAMP, '')
