import { defineConfig } from 'vitepress'
import { keepBraces, keepLinks, slugify } from './links.ts'
import { entriesForBuild } from './package.ts'
import { createSidebar } from './sidebar.ts'
import { labelCells } from './tables.ts'
import { boxesInCode, keepWordsWhole } from './unbroken.ts'

const REPOSITORY = 'https://github.com/septet/septet'

/** `SITE_BASE=/septet/ npm run site` makes a site for a folder of a host; without it, for the root. */
export default defineConfig({
  base: process.env.SITE_BASE ?? '/',
  lang: 'en',
  title: 'septet',
  description: 'Text in, SMS out: what a text costs as SMS, where it is cut, and which octets the network carries.',
  head: [['link', { rel: 'icon', href: `${process.env.SITE_BASE ?? '/'}logo.svg`, type: 'image/svg+xml' }]],
  // Files with their endings: every host serves them.
  cleanUrls: false,
  // The sidebars in a file of their own, not in each page.
  metaChunk: true,
  rewrites: { 'home.md': 'index.md', 'index.md': 'manual.md' },
  srcExclude: ['node_modules/**'],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'sms-counter' } } },
  markdown: {
    // Those of the other themes have a contrast below 4.5 (WCAG 2.2, 1.4.3).
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    codeTransformers: [boxesInCode],
    config: (markdown) => {
      keepLinks(markdown, REPOSITORY)
      keepBraces(markdown)
      keepWordsWhole(markdown)
      labelCells(markdown)
    },
    // One anchor for each heading, whether it is read here or in the repository.
    anchor: { slugify },
    toc: { slugify },
  },
  vite: { resolve: { alias: entriesForBuild() }, server: { fs: { allow: ['../..'] } } },
  // The reference is made from the sources: its pages are not in the repository.
  transformPageData: ({ relativePath }) =>
    relativePath.startsWith('api/') ? { frontmatter: { editLink: false } } : undefined,
  themeConfig: {
    logo: '/logo.svg',
    nav: [
      { text: 'Get started', link: '/start/', activeMatch: '/start/' },
      { text: 'Playground', link: '/playground' },
      { text: 'Guides', link: '/guides/', activeMatch: '/guides/' },
      { text: 'Recipes', link: '/recipes/', activeMatch: '/recipes/' },
      { text: 'Manual', link: '/manual' },
      { text: 'API', link: '/api/', activeMatch: '/api/' },
    ],
    sidebar: createSidebar(),
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path` },
    footer: { message: 'MIT licence', copyright: 'The septet authors' },
    externalLinkIcon: true,
    notFound: {
      title: 'There is no such page',
      quote: 'The link may be old. The search finds every page of this site.',
      linkText: 'To the first page',
    },
  },
})
