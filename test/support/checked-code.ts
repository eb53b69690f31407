// Runs code that a document shows, and compares each value in a comment with the value that the code returned.
import ts from 'typescript'

/** An expression of the code, the value in the comment after it, and the value that it returned. */
export interface Checked {
  expression: string
  expected: unknown
  returned: unknown
}

/** Loads a module by the name with which the code imports it. */
export type Importer = (name: string) => Promise<Record<string, unknown>>

const parse = (code: string) => ts.createSourceFile('code.ts', code, ts.ScriptTarget.ES2022, true)

/** What is wrong with the code's syntax; empty if nothing is. */
export function listSyntaxErrors(code: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true })
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

/** The modules that the code imports, with the imported names. Types are left out. */
export function listImports(code: string): { module: string; names: string[] }[] {
  return parse(code)
    .statements.filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier, importClause }) => ({
      module: (moduleSpecifier as ts.StringLiteral).text,
      names: importClause?.isTypeOnly ? [] : listNames(importClause),
    }))
}

function listNames(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly) : []
  return [...(clause?.name ? ['default'] : []), ...named.map(({ name, propertyName }) => (propertyName ?? name).text)]
}

/**
 * Runs the code. It checks each expression that is a statement and has a value in a comment after it.
 *
 * @param code TypeScript or JavaScript; its imports are at the top level
 * @returns the checked expressions, in the order in which they ran
 */
export async function run(code: string, importModule: Importer): Promise<Checked[]> {
  const checked: Checked[] = []
  const check = (returned: unknown, expression: string, expected: string) => {
    checked.push({ expression, expected: evaluate(expected), returned })
  }
  const { outputText } = ts.transpileModule(withChecks(code), { compilerOptions: { target: ts.ScriptTarget.ES2022 } })
  const AsyncFunction = (async () => {}).constructor as new (
    ...source: string[]
  ) => (...values: unknown[]) => Promise<void>
  await new AsyncFunction('$import', '$check', outputText)(importModule, check)
  return checked
}

/** The same code with `$check(...)` around each checked expression, and with imports that a function body may have. */
function withChecks(code: string): string {
  const edits: { start: number; end: number; text: string }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const { start, end } = findRange(node)
      const clause = node.importClause?.namedBindings?.getText().replace(/\bas\b/g, ':') ?? '{}'
      edits.push({ start, end, text: `const ${clause} = await $import(${node.moduleSpecifier.getText()})` })
    } else if (ts.isExpressionStatement(node)) {
      const { start, end } = findRange(node.expression)
      const value = valueAfter(code, node.end)
      if (value === undefined) return void ts.forEachChild(node, visit)
      const expression = code.slice(start, end)
      edits.push({
        start,
        end,
        text: `;$check((${expression}), ${JSON.stringify(expression)}, ${JSON.stringify(value)})`,
      })
    } else ts.forEachChild(node, visit)
  }
  visit(parse(code))
  return edits.reduceRight((text, { start, end, text: now }) => text.slice(0, start) + now + text.slice(end), code)
}

const findRange = (node: ts.Node) => ({ start: node.getStart(), end: node.end })

/** The comment on the rest of the line, or on the lines after it, if it reads as a value. */
function valueAfter(code: string, end: number): string | undefined {
  const comment = /^[ \t]*\n?((?:[ \t]*\/\/.*(?:\n|$))+)/.exec(code.slice(end))?.[1]
  if (comment === undefined) return undefined
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\/\/ ?/, ''))
  // The first line alone, or a value that continues over several lines.
  return [lines[0]!, lines.join('\n')].map(asCode).find(isValue)
}

/** A typed array as Node prints it, changed to a call that makes one. */
const asCode = (text: string) => text.replace(/\b(\w+Array) \[([^\]]*)\]/g, '$1.of($2)').trim()

function isValue(text: string): boolean {
  if (text === '') return false
  const [statement, ...others] = parse(`(${text}\n)`).statements
  return (
    others.length === 0 &&
    statement !== undefined &&
    ts.isExpressionStatement(statement) &&
    isLiteral(statement.expression)
  )
}

const CONSTANTS = ['undefined', 'NaN', 'Infinity']

function isLiteral(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isLiteral(node.expression)
  if (ts.isPrefixUnaryExpression(node)) return isLiteral(node.operand)
  if (ts.isIdentifier(node)) return CONSTANTS.includes(node.text)
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral)
  if (ts.isCallExpression(node))
    return /^\w+Array\.of$/.test(node.expression.getText()) && node.arguments.every(isLiteral)
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((member) => ts.isPropertyAssignment(member) && isLiteral(member.initializer))
  }
  return (
    ts.isLiteralExpression(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind)
  )
}

function evaluate(value: string): unknown {
  return new Function(`return (${value}\n)`)()
}
