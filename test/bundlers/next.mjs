/**
 * The package in Next.js, which wants to be installed beside what it builds: an app whose page and whose two runtimes on the
 * server hold the package to the vectors, built by either of Next's bundlers, and asked over HTTP. The files of the recipe
 * (docs/recipes/next.md) are in it as they are.
 */
import { exec, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeApp } from '../runtimes/app.mjs'
import { filesOf, writeFiles } from '../site/recipe-files.mjs'

const FOLDER = new URL('./next/', import.meta.url)
const ENV = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }

/** By bundler, the flag that chooses it. */
export const BUNDLERS = { turbopack: '--turbopack', webpack: '--webpack' }

/** By address, the build of the core that is to be at work there. */
const ENGINES = { '/': 'wasm', '/api/node': 'wasm', '/api/edge': 'js' }

/** What a reader of the recipe has already: a layout, and a page that shows the composer. */
const AROUND_RECIPE = {
  'app/layout.jsx': `export default ({ children }) => <html lang="en"><body>{children}</body></html>`,
  'app/compose/page.jsx': `import { Composer } from '../composer'\nexport default () => <Composer />`,
}

/** The app, with the package and Next.js installed. */
export async function makeNextApp() {
  const app = makeApp(FOLDER, ['pages'])
  writeFiles(app, { ...AROUND_RECIPE, ...filesOf('next') })
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', FOLDER), 'utf8'))
  const wanted = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)
  await shell(app, `npm install --no-audit --no-fund --prefer-offline --silent ${wanted.join(' ')}`)
  return app
}

/** Builds the app, and asks it: the report of each address with the engine that it should have, and what the recipe says. */
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
    return { reports, recipe: await askRecipe(`http://127.0.0.1:${port}`) }
  } finally {
    server.kill()
  }
}

/** The recipe's composer, rendered on the server, and its route. @throws where one is not as the recipe says */
async function askRecipe(origin) {
  const page = await answered(`${origin}/compose`)
  const counter = /<sms-counter[^>]*>/.exec(page)?.[0] ?? ''
  if (!counter.includes('for="message"')) throw new Error(`/compose has ${counter || 'no counter'}`)
  const ask = async (text) => {
    const response = await fetch(`${origin}/api/count`, { method: 'POST', body: JSON.stringify({ text }) })
    return [response.status, (await response.json()).segments]
  }
  const answers = JSON.stringify([await ask('a'.repeat(161)), await ask(1)])
  if (answers !== '[[200,2],[400,null]]') throw new Error(`/api/count answers ${answers}`)
  return 'recipe works'
}

async function answered(url) {
  for (let tries = 0; tries < 600; tries++) {
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
    await promisify(exec)(command, { cwd, env: ENV, timeout: 600_000 })
  } catch (error) {
    throw new Error(`${command}: ${error.stdout}${error.stderr}`)
  }
}
