import * as septet from 'septet'
import { check } from '../../check.mjs'
import vectors from '../../vectors.mjs'

export const config = { runtime: 'edge' }

export default function handler() {
  return Response.json(check(septet, vectors))
}
