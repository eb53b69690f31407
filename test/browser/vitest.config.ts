import { defineConfig } from 'vitest/config'

/** One browser at a time: three at once make the times of each a lottery. */
export default defineConfig({
  test: { include: ['*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 },
})
