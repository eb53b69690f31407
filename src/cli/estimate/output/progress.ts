import { Presets, SingleBar } from 'cli-progress'
import type { Shell } from '../../shell'

/** Shows how much has been read, on a terminal only. */
export interface Progress {
  read(octets: number): void
  stop(): void
}

const MEGABYTE = 1e6

/** `size`: octets in all; undefined if it is not known. */
export function showProgress(size: number | undefined, { stderr, whenEnded }: Shell): Progress {
  if (!stderr.isTTY) return { read() {}, stop() {} }
  const bar = new SingleBar(
    {
      stream: stderr,
      clearOnComplete: true,
      hideCursor: true,
      etaBuffer: 50,
      format: size === undefined ? '{read} MB, {rate} MB/s' : '{bar} {percentage} %, {rate} MB/s, {eta_formatted} left',
    },
    Presets.shades_classic,
  )
  const start = performance.now()
  let total = 0
  // The bar hides the cursor and stops the wrapping of lines. Both are restored, also after a signal.
  const forget = whenEnded?.(() => bar.stop())
  bar.start(size ?? 0, 0, { read: '0', rate: '0' })
  return {
    read(octets) {
      total += octets
      const rate = total / MEGABYTE / ((performance.now() - start) / 1000)
      bar.update(total, { read: (total / MEGABYTE).toFixed(0), rate: rate.toFixed(0) })
    },
    stop() {
      forget?.()
      bar.stop()
    },
  }
}
