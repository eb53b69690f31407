type SmsCounter = import('../../src/element/index').SmsCounter

/** What the pages of these tests hold. */
interface Window {
  said: string[]
  forbidden: string[]
  told: unknown
  hacked?: number
  library: {
    septet: typeof import('../../src/index')
    countAlone: typeof import('../../src/count-only/index')['count']
    segmentAlone: typeof import('../../src/count-only/index')['segment']
  }
  settled(): Promise<void>
  counting(): Promise<void>
  parts(name: string): HTMLButtonElement[]
  line(): string
  read(): string
  axe: { run(): Promise<Record<'violations' | 'incomplete', { id: string; nodes: { target: string[] }[] }[]>> }
}
