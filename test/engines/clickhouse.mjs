/** ClickHouse in this process, by the npm package chdb, with what clickhouse.sql installs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Session } from 'chdb'

const CONFIG = fileURLToPath(new URL('clickhouse.xml', import.meta.url))
const SQL = new URL('../../dist/clickhouse.sql', import.meta.url)

export function openClickhouse() {
  const folder = mkdtempSync(join(tmpdir(), 'septet-clickhouse-'))
  const session = new Session(join(folder, 'data'), { connectionArgs: [`--config-file=${CONFIG}`] })
  const query = (sql) => session.query(sql, 'TabSeparated').trimEnd()
  const engine = {
    query,
    /** Runs the statements of a script, each alone. */
    script: (sql) => statementsOf(sql).map(query),
    /** A table of rows in RowBinary. */
    load(table, columns, octets, storage = 'Memory') {
      const file = join(folder, `${table}.bin`)
      writeFileSync(file, octets)
      query(`CREATE OR REPLACE TABLE ${table} (${columns}) ENGINE = ${storage}`)
      query(`INSERT INTO ${table} SELECT * FROM file('${file}', RowBinary, '${columns.replaceAll("'", "\\'")}')`)
      rmSync(file)
    },
    close() {
      session.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  engine.script(readFileSync(SQL, 'utf8'))
  return engine
}

/** The first line of each error that the engine has for the statements of clickhouse.sql, where no configuration allows them. */
export function refusals() {
  const folder = mkdtempSync(join(tmpdir(), 'septet-clickhouse-'))
  const session = new Session(join(folder, 'data'))
  try {
    return statementsOf(readFileSync(SQL, 'utf8')).map((statement) => {
      try {
        return session.query(statement)
      } catch (error) {
        return error.message.split('\n')[0]
      }
    })
  } finally {
    session.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What ends with a semicolon at the end of a line, without lines of comment. */
export function statementsOf(sql) {
  return sql
    .replace(/^--.*$/gm, '')
    .split(/;[ \t]*(?:--.*)?$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
