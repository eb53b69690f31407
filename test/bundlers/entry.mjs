import * as septet from 'septet'
import { check } from './check.mjs'
import vectors from './vectors.mjs'

console.log(JSON.stringify(check(septet, vectors)))
