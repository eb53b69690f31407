// For runtimes that are given one bundled script.
import * as library from 'septet'
import { check } from './check.mjs'
import vectors from './vectors.mjs'

export const report = () => JSON.stringify(check(library, vectors))
