import * as septet from 'septet'
import { check } from '../../check.mjs'
import vectors from '../../vectors.mjs'

export default function handler(_, response) {
  response.json(check(septet, vectors))
}
