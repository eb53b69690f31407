import type { Shell } from '../shell'
import { Pool } from './count/pool'
import { countFile, type Run } from './file'
import { Findings } from './findings'
import { createBuffers } from './input/blocks'
import { openSource, type Source } from './input/source'
import { createOutputFile } from './output/output-file'
import { showProgress } from './output/progress'
import { createRooms } from './output/rooms'
import type { Estimate, Request } from './request'

/** Counts the files of a request, one after the other. */
export async function estimate(request: Request, shell: Shell): Promise<Estimate> {
  const sources = await Promise.all(request.files.map((file) => openSource(file, request.maxUnpacked, shell)))
  const run = await startRun(request, shell, sumSizes(sources))
  const { pool, output, progress, findings } = run
  try {
    for (const source of sources) await countFile(source, run)
    const tally = await pool.finish()
    await output?.keep()
    const { badRows, named } = findings
    return { tally, badRows, named, places: tally.costliest.map(({ block, line }) => findings.findPlace(block, line)) }
  } catch (error) {
    await output?.discard()
    throw error
  } finally {
    progress.stop()
    pool.stop()
  }
}

async function startRun(request: Request, shell: Shell, size: number | undefined): Promise<Run> {
  const { rates, correctPhones, country, options, measures } = request
  const buffers = createBuffers()
  const output = request.output === undefined ? undefined : await createOutputFile(request.output, shell)
  const settings = { rates, correctPhones, country, options, measures }
  return {
    request,
    buffers,
    rooms: createRooms(),
    output,
    pool: new Pool(settings, buffers.giveBack, shell.workerFile, size),
    progress: showProgress(size, shell),
    findings: new Findings(),
  }
}

/** The octets of all files; undefined if they are not known of one of them. */
function sumSizes(sources: readonly Source[]): number | undefined {
  let sum = 0
  for (const { size } of sources) {
    if (size === undefined) return undefined
    sum += size
  }
  return sum
}
