/**
 * The package in Next.js, which wants to be installed beside what it builds: an app whose page and whose two runtimes on the
 * server hold the package to the vectors, built by either of Next's bundlers, and asked over HTTP.
 */
import { exec, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeApp } from '../runtimes/app.mjs'

const FOLDER = new URL('./next/', import.meta.url)
const ENV = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }

/** By bundler, the flag that chooses it. */
export const BUNDLERS = { turbopack: '--turbopack', webpack: '--webpack' }

/** By address, the build of the core that is to be at work there. */
const ENGINES = { '/': 'wasm', '/api/node': 'wasm', '/api/edge': 'js' }

/** The app, with the package and Next.js installed. */
export async function makeNextApp() {
  const app = makeApp(FOLDER, ['pages'])
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', FOLDER), 'utf8'))
  const wanted = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)
  await shell(app, `npm install --no-audit --no-fund --prefer-offline --silent ${wanted.join(' ')}`)
  return app
}

/** The reports of all addresses, the engine that each should have beside it. */
export async function reportsOf(app, flag) {
  await shell(app, `npx next build ${flag}`)
  const port = await freePort()
  const server = spawn(process.execPath, [join(app, 'node_modules/next/dist/bin/next'), 'start', '-p', port], {
    cwd: app,
    env: ENV,
    stdio: 'ignore',
  })
  try {
    const reports = []
    for (const [path, engine] of Object.entries(ENGINES)) {
      const answer = await answered(`http://127.0.0.1:${port}${path}`)
      const report = /\{"engine".*?\](?=\})\}/.exec(answer)
      if (!report) throw new Error(`${path} answers ${answer.slice(0, 200)}`)
      reports.push({ path, expected: engine, ...JSON.parse(report[0]) })
    }
    return reports
  } finally {
    server.kill()
  }
}

async function answered(url) {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(url).catch(() => undefined)
    if (response) return response.text()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer`)
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function shell(cwd, command) {
  try {
    await promisify(exec)(command, { cwd, env: ENV, timeout: 300_000 })
  } catch (error) {
    throw new Error(`${command}: ${error.stdout}${error.stderr}`)
  }
}
