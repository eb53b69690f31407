/** What the pages of these tests hold. */
interface Window {
  said: string[]
  forbidden: string[]
  told: unknown
  hacked?: number
  library: {
    septet: typeof import('../../src/index')
    countAlone: typeof import('../../src/alone/index')['count']
    segmentAlone: typeof import('../../src/alone/index')['segment']
  }
  axe: { run(): Promise<Record<'violations' | 'incomplete', { id: string; nodes: { target: string[] }[] }[]>> }
}
