import { defineConfig } from 'vitest/config'

/** One browser at a time. */
export default defineConfig({
  test: { include: ['*.test.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
})
