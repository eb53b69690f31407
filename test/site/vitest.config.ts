import { defineConfig } from 'vitest/config'
import { entriesForBuild } from '../../docs/.vitepress/package'

/** One browser at a time. The playground's files import the package as the repository has built it. */
export default defineConfig({
  resolve: { alias: entriesForBuild() },
  test: { include: ['*.test.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
})
