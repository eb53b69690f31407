/** septet inside engines that store messages: what they return is what `countUtf8` returns, and their errors say what to set. */
import { deepStrictEqual, match, strictEqual, throws } from 'node:assert'
import { readFileSync } from 'node:fs'
import { install } from '../../scripts/install.mjs'
import { counted, everydayRows, hostileRows, rowBinary } from './rows.mjs'

// The lock of chdb names the binaries of every system, and where one of them cannot be fetched, `npm ci` refuses it.
install(new URL('./', import.meta.url), { locked: false })
// After the installation, which it needs.
const { openClickhouse, refusals, statementsOf } = await import('./clickhouse.mjs')

const engine = openClickhouse()
const { query, load } = engine
const LIMITS = [100, 90, 50, 40]
const OPTIONS = { limits: { gsm7: { single: 100, multi: 90 }, ucs2: { single: 50, multi: 40 } } }

const CHECKS = {
  'the script can be run again'() {
    engine.script(readFileSync(new URL('../../dist/clickhouse.sql', import.meta.url), 'utf8'))
    strictEqual(query("SELECT smsSegments('hello')"), '1')
  },

  'sums of a million messages'() {
    const rows = everydayRows(1_000_000)
    const { totalSegments, units } = counted(rows)
    load('messages', 'text String', rowBinary(rows))
    strictEqual(query('SELECT sum(smsSegments(text)) FROM messages'), `${totalSegments}`)
    const sums = query('SELECT sum(smsCount(text).segments), sum(smsCount(text).units) FROM messages')
    strictEqual(sums, `${totalSegments}\t${units.reduce((sum, one) => sum + one, 0)}`)
    const within = query(`SELECT sum(smsSegmentsWithin(text, ${LIMITS})) FROM messages`)
    strictEqual(within, `${counted(rows, OPTIONS).totalSegments}`)
  },

  'hostile rows, without a difference'() {
    const rows = hostileRows(20_000)
    const columns = [counted(rows), counted(rows, OPTIONS)]
    const expected = (row) =>
      Buffer.concat(
        columns.map(({ encodings, units, segments }) => {
          const numbers = Buffer.from(Uint32Array.of(units[row], segments[row]).buffer)
          return Buffer.concat([Buffer.of(encodings[row]), numbers])
        }),
      )
    const names = ['e', 'u', 's', 'e2', 'u2', 's2'].map((name) => `${name} ${name[0] === 'e' ? 'UInt8' : 'UInt32'}`)
    load('hostile', `text String, ${names.join(', ')}`, rowBinary(rows, expected))
    const differences = `countIf(smsCount(text) != (e, u, s)), countIf(smsSegments(text) != s),
      countIf(smsCountWithin(text, ${LIMITS}) != (e2, u2, s2)), countIf(smsSegmentsWithin(text, ${LIMITS}) != s2)`
    for (const block of [1, 7, 8192, 65_409]) {
      const settings = `SETTINGS webassembly_udf_max_input_block_size = ${block}`
      strictEqual(query(`SELECT count(), ${differences} FROM hostile ${settings}`), '20000\t0\t0\t0\t0')
    }
  },

  'an empty table, no text, and types that are like String'() {
    strictEqual(query('SELECT smsSegments(text) FROM messages WHERE 0'), '')
    strictEqual(query('SELECT sum(smsSegments(text)) FROM messages WHERE 0'), '0')
    strictEqual(query("SELECT smsCount(''), smsSegments(NULL)"), "('GSM-7',0,1)\t\\N")
    const types =
      "SELECT smsSegments(toLowCardinality('a')), smsSegments(toNullable('a')), smsSegments(CAST(toFixedString('a', 1), 'String'))"
    strictEqual(query(types), '1\t1\t1')
    throws(() => query("SELECT smsSegments(toFixedString('a', 1))"), /expected \(String\), got \(FixedString\(1\)\)/)
  },

  'rows of 10 MB, and blocks of long rows'() {
    const rows = ['a', 'ж', '€'].map((text) => Buffer.alloc(10_000_000, text))
    load('long', 'text String', rowBinary(rows))
    strictEqual(query('SELECT smsSegments(text) FROM long'), [...counted(rows).segments].join('\n'))
    const columns = "FROM (SELECT repeat('a', 4000) || toString(number) AS text FROM numbers(65000))"
    throws(() => query(`SELECT sum(smsSegments(text)) ${columns}`), /Cannot allocate buffer of size/)
    const sum = `SELECT sum(smsSegments(text)) ${columns} SETTINGS`
    strictEqual(query(`${sum} webassembly_udf_max_input_block_size = 8192`), `${65_000 * 27}`)
    strictEqual(query(`${sum} webassembly_udf_max_memory = 1000000000`), `${65_000 * 27}`)
    strictEqual(query("SELECT smsSegments('after an error')"), '1')
  },

  'limits that are none'() {
    for (const limits of ['1, 90, 50, 40', '160, 153, 70, 0']) {
      throws(() => query(`SELECT smsSegmentsWithin('a', ${limits})`), /septet: a limit is 2 to 1073741824 units/)
    }
  },

  'a function that is created with fuel'() {
    const [, create] = statementsOf(readFileSync(new URL('../../dist/clickhouse.sql', import.meta.url), 'utf8'))
    const fuelled = create.replace('smsSegments', 'smsFuelled').replace('_enable_fuel = 0', '_enable_fuel = 1')
    query(fuelled)
    throws(() => query('SELECT sum(smsFuelled(text)) FROM long'), /fuel/)
    const sum = query(
      'SELECT sum(smsFuelled(text)) = sum(smsSegments(text)) FROM long SETTINGS webassembly_udf_max_fuel = 0',
    )
    strictEqual(sum, '1')
  },

  'the SQL of the manual, as it stands'() {
    const manual = readFileSync(new URL('../../docs/clickhouse.md', import.meta.url), 'utf8')
    const blocks = [...manual.matchAll(/^```sql\n([\s\S]*?)^```/gm)].map(([, sql]) => sql)
    strictEqual(blocks.length > 3, true)
    for (const block of blocks) runShown(block)
  },

  'the example'() {
    for (const table of ['bill', 'billed', 'sent']) query(`DROP TABLE ${table} SYNC`)
    runShown(readFileSync(new URL('../../examples/clickhouse.sql', import.meta.url), 'utf8'))
  },
}

/** Runs statements, and compares what they return with what is shown after them: -- value | value */
function runShown(sql) {
  for (const [, statement, shown] of sql.replace(/^--.*$/gm, '').matchAll(/([\s\S]+?);(?:[ \t]*-- (.*))?$/gm)) {
    const returned = query(statement)
    if (shown !== undefined) deepStrictEqual(returned.split(/[\t\n]/), shown.split(/ \| /), statement)
  }
}

function run(name, check) {
  try {
    check()
    console.log(`ok   ClickHouse: ${name}`)
  } catch (error) {
    process.exitCode = 1
    console.log(`FAIL ClickHouse: ${name}: ${error.message.slice(0, 1000)}`)
  }
}

for (const [name, check] of Object.entries(CHECKS)) run(name, check)
match(query('SELECT version()'), /^\d/)
engine.close()

// A process has one engine at a time.
run('the errors where WebAssembly is not allowed are in the manual', () => {
  const manual = readFileSync(new URL('../../docs/clickhouse.md', import.meta.url), 'utf8')
  const row = manual.split('\n').find((line) => line.endsWith('| the configuration does not allow WebAssembly |'))
  const shown = [...row.matchAll(/`([^`]+)`/g)].map(([, error]) => error)
  deepStrictEqual(
    refusals().filter((error) => !shown.some((part) => error.includes(part))),
    [],
  )
})
