import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleForEdge, bundleForHermes, bundleWithoutConditions } from './bundle.mjs'
import { entriesOf } from './entries.mjs'

const require = createRequire(import.meta.url)
const installed = (path) => fileURLToPath(new URL(`./node_modules/${path}`, import.meta.url))

/** Writes the bundles that some subjects run. */
export function prepare(app) {
  bundleWithoutConditions(app)
  bundleForEdge(app)
  bundleForHermes(app)
}

/** `{ name, command, engine }`: a command prints the report of check.mjs, and names this engine in it. */
export function subjects(app) {
  const entries = entriesOf(app)
  return [
    ...nodes().flatMap(([name, node]) => ofNode(name, node, entries)),
    ...everyWay(
      'deno',
      [process.execPath, installed('deno/bin.cjs'), 'run', '--quiet', '--allow-read', '--allow-env'],
      entries,
    ),
    ...everyWay('bun', [bun()], entries),
    { name: 'workerd', command: workerd('wrangler.json'), env: { WORKERD_ESBUILD: esbuild() }, engine: 'wasm' },
    { name: 'workerd, without its condition', command: workerd('workerd.capnp'), engine: 'js' },
    {
      name: 'edge runtime',
      command: [process.execPath, 'edge.mjs', pathToFileURL(require.resolve('@edge-runtime/vm')).href],
      engine: 'js',
    },
    { name: 'hermes', command: [hermes(), 'hermes.js'], engine: 'js' },
    ...['5.0', '5', '7'].map((version) => ({
      name: `types, TypeScript ${version}`,
      command: [process.execPath, 'types.mjs', installed(`typescript${version}/bin/tsc`)],
    })),
    ...['5', '7'].flatMap((version) => ofJsx(`typescript${version}`)),
    ...PAGES.map((name) => ({
      name: `element in ${name}`,
      command: [process.execPath, 'page.mjs', name, pathToFileURL(require.resolve(name)).href],
    })),
  ]
}

/** Pages without a browser, as tests have them. */
const PAGES = ['jsdom', 'happy-dom']

/** Libraries with JSX, and the packages that their types are in. */
const JSX = {
  'React 18': ['react', '@types/react=types-react18', 'csstype=csstype', '@types/prop-types=@types/prop-types'],
  'React 19': ['react', '@types/react=types-react19', 'csstype=csstype'],
  'Preact 10': ['preact', 'preact=preact10'],
  'Preact 11': ['preact', 'preact=preact11'],
  'Solid 1': ['solid-js', 'solid-js=solid-js', 'csstype=csstype'],
}

function ofJsx(compiler) {
  return Object.entries(JSX).map(([name, [library, ...packages]]) => {
    const folders = packages.map((one) => one.replace(/=(.*)/, (_, folder) => `=${installed(folder)}`))
    return {
      name: `jsx, ${name}, ${compiler}`,
      command: [process.execPath, 'jsx.mjs', library, installed(`${compiler}/bin/tsc`), ...folders],
    }
  })
}

/** This one, and the other versions, which are there for Linux alone. */
function nodes() {
  const others = ['node22', 'node24'].map((name) => [name, installed(`${name}/bin/node`)])
  return [
    [`node${process.versions.node.split('.')[0]}`, process.execPath],
    ...others.filter(([name, path]) => existsSync(path) || console.log(`skip ${name}: not for this platform`)),
  ]
}

function ofNode(name, node, entries) {
  return [
    ...everyWay(name, [node], entries),
    { name: `${name} --jitless`, command: [node, '--jitless', 'import.mjs', 'septet'], engine: 'js' },
    { name: `${name}, a context without compilation`, command: [node, 'context.cjs'], engine: 'js' },
    { name: `${name}, the same given a module`, command: [node, 'context.cjs', 'module'], engine: 'wasm' },
    ...['edge-light', 'react-native'].map((condition) => ({
      name: `${name} --conditions=${condition}`,
      command: [node, `--conditions=${condition}`, 'import.mjs', 'septet'],
      engine: 'js',
    })),
  ]
}

function everyWay(name, runtime, entries) {
  const engines = { septet: 'wasm', 'septet/js': 'js' }
  return entries.flatMap((entry) => [
    { name: `${name} import '${entry}'`, command: [...runtime, 'import.mjs', entry], engine: engines[entry] },
    { name: `${name} require('${entry}')`, command: [...runtime, 'require.cjs', entry], engine: engines[entry] },
  ])
}

function workerd(config) {
  return [process.execPath, installed('workerd/bin/workerd'), 'test', config]
}

/** The executable itself, where its package's script would start it by way of Node. */
function esbuild() {
  const { platform, arch } = process
  return installed(`@esbuild/${platform}-${arch}/${platform === 'win32' ? 'esbuild.exe' : 'bin/esbuild'}`)
}

function bun() {
  const architecture = process.arch === 'arm64' ? 'aarch64' : process.arch
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return installed(`@oven/bun-${platform}-${architecture}/bin/bun`)
}

function hermes() {
  const folders = { linux: 'linux64-bin', darwin: 'osx-bin', win32: 'win64-bin' }
  return installed(join('hermes-engine-cli', folders[process.platform], 'hermes'))
}
