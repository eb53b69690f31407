/**
 * A library in C and one in Python, made of the scalar module by wasm2c, and held to the conformance kit, as the package has both.
 * Needs wabt, gcc, libcjson-dev and python3.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'septet-conformance-'))
process.on('exit', () => rmSync(folder, { recursive: true }))

const RUNTIME = '/usr/share/wabt/wasm2c'
const SOURCES = ['septet.c', at('examples/c/library.c'), `${RUNTIME}/wasm-rt-impl.c`]
const INCLUDED = ['-I', folder, '-I', RUNTIME, '-I', at('examples/c')]
const VECTORS = at('dist/vectors')

run('wasm2c', at('dist/septet.scalar.wasm'), '-n', 'septet', '-o', 'septet.c')
run('gcc', '-O2', '-shared', '-fPIC', ...INCLUDED, '-o', 'libseptet.so', ...SOURCES, '-lm')
const linked = ['-L', folder, '-Wl,-rpath', folder, '-lseptet', '-lm']
run('gcc', '-O2', '-Wall', '-Werror', ...INCLUDED, '-o', 'kit', at('test/conformance/kit.c'), ...linked, '-lcjson')
run('gcc', '-O2', '-Wall', '-Werror', ...INCLUDED, '-o', 'count', at('examples/c/count.c'), ...linked)
check('./kit', VECTORS)
check('python3', at('test/conformance/kit.py'), './libseptet.so', VECTORS)

const texts = ['Hello', 'Привет, 😀', '€'.repeat(81)]
const EXPECTED = 'GSM-7 5 1\nUCS-2 10 1\nGSM-7 162 2\n'
for (const [program, ...values] of [['./count'], ['python3', at('examples/python/septet.py'), './libseptet.so']]) {
  const printed = run(program, ...values, ...texts)
  if (printed === EXPECTED) console.log(`ok   the example ${values[0] ?? program}`)
  else fail(`the example ${values[0] ?? program} printed ${printed}`)
}

/** Runs a program that says itself what is wrong. */
function check(program, ...values) {
  try {
    process.stdout.write(run(program, ...values))
  } catch (error) {
    fail(`${error.stdout}${error.stderr}`)
  }
}

function run(program, ...values) {
  return execFileSync(program, values, { cwd: folder, encoding: 'utf8' })
}

function fail(message) {
  console.log(`FAIL ${message}`)
  process.exitCode = 1
}
