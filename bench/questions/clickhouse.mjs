/**
 * What do messages cost inside ClickHouse? `smsSegments` beside the engine's own `lengthUTF8`, and beside a function of
 * the same interface that does nothing. The engine is installed in test/engines; it is 550 MB, so this question is
 * asked only by its name. One thread, CPU time of the process, from a table as ClickHouse stores it: every subject
 * reads it.
 */
import binaryen from 'binaryen'
import { install } from '../../scripts/install.mjs'
import { createMillion } from '../lib/bulk.mjs'
import { MILLION } from '../lib/rows.mjs'

const ROUNDS = { full: 7, quick: 1 }

const STORED = 'MergeTree ORDER BY tuple()'

const ENGINES = new URL('../../test/engines/', import.meta.url)

/** A buffer, and a function that returns as many zeros as there are rows, from memory that nobody has written. */
const NOTHING = `(module
  (memory (export "memory") 1024)
  (func (export "clickhouse_create_buffer") (param i32) (result i32)
    (i32.store (i32.const 16) (i32.const 64))
    (i32.store (i32.const 20) (local.get 0))
    (i32.const 16))
  (func (export "clickhouse_destroy_buffer") (param i32))
  (func (export "nothing") (param i32 i32) (result i32)
    (i32.store (i32.const 32) (i32.const 0x3000000))
    (i32.store (i32.const 36) (i32.mul (local.get 1) (i32.const 4)))
    (i32.const 32)))`

const SUBJECTS = [
  { name: 'septet', sum: 'sum(smsSegments(text))' },
  { name: 'lengthUTF8', sum: 'sum(lengthUTF8(text))' },
  { name: 'nothing', sum: 'sum(doNothing(text))' },
]

export async function measure({ quick = false }) {
  install(ENGINES, { locked: false })
  const { openClickhouse } = await import('../../test/engines/clickhouse.mjs')
  const { rowBinary } = await import('../../test/engines/rows.mjs')
  const engine = openClickhouse()
  const { texts, segments } = createMillion(quick ? 20_000 : 1_000_000)
  engine.load('messages', 'text String', rowBinary(texts.map((text) => Buffer.from(text))), STORED)
  createNothing(engine)
  const expected = { septet: segments, nothing: 0 }
  const subjects = SUBJECTS.map((subject) => ({ ...subject, peer: false, wrong: 0, of: 1, nanoseconds: [] }))
  for (let round = 0; round < (quick ? ROUNDS.quick : ROUNDS.full); round++) {
    for (const { name, sum, nanoseconds } of round % 2 === 0 ? subjects : subjects.toReversed()) {
      const before = process.cpuUsage()
      const returned = engine.query(`SELECT ${sum} FROM messages
        SETTINGS max_threads = 1, webassembly_udf_max_input_block_size = 8192`)
      const { user, system } = process.cpuUsage(before)
      if (Number(returned) !== (expected[name] ?? Number(returned))) throw new Error(`${name} is wrong: ${returned}`)
      nanoseconds.push((user + system) * 1000)
    }
  }
  engine.close()
  return [{ row: MILLION, subjects: subjects.map(({ sum, ...subject }) => subject) }]
}

function createNothing(engine) {
  const octets = Buffer.from(binaryen.parseText(NOTHING).emitBinary()).toString('base64')
  engine.query(`INSERT INTO system.webassembly_modules (name, code) SELECT 'nothing', base64Decode('${octets}')`)
  engine.query(`CREATE FUNCTION doNothing LANGUAGE WASM FROM 'nothing' :: 'nothing' ARGUMENTS (text String) RETURNS UInt32
    ABI BUFFERED_V1 DETERMINISTIC SETTINGS serialization_format = 'RowBinary', webassembly_udf_enable_fuel = 0`)
}
