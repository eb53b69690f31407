// Segments of each message in DuckDB: npm install @duckdb/node-api septet
import { DuckDBInstance, DuckDBScalarFunction, UINTEGER, VARCHAR } from '@duckdb/node-api'
import { countMany } from 'septet'

const connection = await (await DuckDBInstance.create()).connect()
connection.registerScalarFunction(
  DuckDBScalarFunction.create({
    name: 'sms_segments',
    parameterTypes: [VARCHAR],
    returnType: UINTEGER,
    mainFunction: (_, input, output) => {
      const texts = input.getColumnValues(0)
      const { segments } = countMany(texts.map((text) => text ?? ''))
      for (const [row, text] of texts.entries()) output.setItem(row, text === null ? null : segments[row])
      output.flush()
    },
  }),
)

const sql = "SELECT sms_segments(text) FROM (VALUES ('Hello'), ('Привет'), (NULL), (repeat('€', 81))) AS t(text)"
console.log((await connection.runAndReadAll(sql)).getRows().flat()) // [ 1, 1, null, 2 ]
