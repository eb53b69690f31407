// The sidebar. Each section's table of pages is its one list: the sidebar is read from it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'

const DOCS = fileURLToPath(new URL('..', import.meta.url))

/** A page of a section's table: `| [Title](file.md) | what it explains |`. */
const ROW = /^\| \[([^\]]+)\]\(([\w-]+)\.md\) \|/gm

const SECTIONS = [
  { text: 'Get started', folder: 'start/' },
  { text: 'Guides', folder: 'guides/' },
  { text: 'Recipes', folder: 'recipes/' },
  { text: 'Manual', folder: '', link: '/manual' },
  { text: 'More', folder: 'more/' },
]

/** The pages by section, and those of the API reference where it is made. */
export function createSidebar(): DefaultTheme.SidebarMulti {
  const pages = SECTIONS.map(({ text, folder, link = `/${folder}` }) => ({
    text,
    link,
    collapsed: false,
    items: pagesOf(folder),
  }))
  return { ...createReference(), '/': [{ text: 'Playground', link: '/playground' }, ...pages] }
}

function pagesOf(folder: string): DefaultTheme.SidebarItem[] {
  const index = readFileSync(`${DOCS}${folder}index.md`, 'utf8')
  return [...index.matchAll(ROW)].map(([, text, name]) => ({
    text: text!.replaceAll('`', ''),
    link: `/${folder}${name}`,
  }))
}

/** Kinds in the order of use: what one calls, then what it takes and returns. */
const KINDS = ['functions', 'classes', 'variables', 'interfaces', 'type-aliases']

/** A sidebar for each module: all modules, and what this one has. All of all would be 150 kB in each page. */
function createReference(): DefaultTheme.SidebarMulti {
  const modules = findModules()
  const list = (open?: string) => [
    { text: 'Manual', link: '/manual' },
    ...modules.map((module) => ({
      text: module,
      link: `/api/${module}/`,
      items: module === open ? KINDS.flatMap((kind) => membersOf(module, kind)) : [],
    })),
  ]
  return Object.fromEntries([['/api/', list()], ...modules.map((module) => [`/api/${module}/`, list(module)] as const)])
}

/** The modules of the reference, where it is made. */
function findModules(): string[] {
  const api = `${DOCS}api`
  if (!existsSync(api)) return []
  return readdirSync(api, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('/index.md'))
    .map((path) => path.replace('/index.md', ''))
    .sort()
}

function membersOf(module: string, kind: string): DefaultTheme.SidebarItem[] {
  const folder = `${DOCS}api/${module}/${kind}`
  if (!existsSync(folder)) return []
  const items = readdirSync(folder)
    .map((file) => file.replace('.md', ''))
    .map((name) => ({ text: name, link: `/api/${module}/${kind}/${name}` }))
  return [{ text: kind.replace('-', ' '), items }]
}
