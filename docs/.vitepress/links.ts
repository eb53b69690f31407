// Links of the pages, as they are written for a reader of the repository, become links of the site.
import { posix } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

/** Pages that have another name in the site. */
const RENAMED: Readonly<Record<string, string>> = { 'index.md': 'manual.md', 'home.md': 'index.md' }

/** What the site has under a name of its own. */
const PAGES: Readonly<Record<string, string>> = {
  '../CHANGELOG.md': 'more/changelog.md',
  '../SECURITY.md': 'more/security.md',
}

/** A link to a file outside docs/ goes to the repository; one to a page that has another name, to that name. */
export function keepLinks(markdown: MarkdownRenderer, repository: string): void {
  const render = markdown.renderer.rules.link_open
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const link = tokens[index]!
    const href = link.attrGet('href') ?? ''
    link.attrSet('href', rewriteLink(href, env.relativePath ?? '', repository))
    return render ? render(tokens, index, options, env, self) : self.renderToken(tokens, index, options)
  }
}

/** Doubled braces of a text are text: no page computes anything. */
export function keepBraces(markdown: MarkdownRenderer): void {
  const { rules } = markdown.renderer
  for (const kind of ['text', 'code_inline']) {
    const render = rules[kind]!
    rules[kind] = (...values) => render(...values).replaceAll('{{', '&#123;&#123;')
  }
}

/**
 * @param href a link as the page has it
 * @param page the page, from docs/
 */
export function rewriteLink(href: string, page: string, repository: string): string {
  if (/^([a-z]+:|#|\/)/.test(href)) return href
  const [path, anchor] = href.split('#') as [string, string?]
  // A page that shows a file of the root has the links of that file.
  const [written = page] = Object.entries(PAGES).find(([, copy]) => copy === page) ?? []
  const target = posix.join(posix.dirname(written), path)
  const end = anchor === undefined ? '' : `#${anchor}`
  const renamed = RENAMED[target] ?? PAGES[target]
  if (renamed) return `/${renamed}${end}`
  if (written !== page) return `/${target.replace(/^\.\.\/docs\//, '')}${end}`
  if (target.startsWith('../')) return `${repository}/blob/main/${target.slice(3)}${end}`
  return href
}

/** The anchor that GitHub and npm give to a heading. */
export function slugify(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-')
}
