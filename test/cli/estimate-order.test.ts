import { count } from 'septet'
import { describe, expect, it } from 'vitest'
import { createInOrder } from '../../src/cli/estimate/count/in-order'
import { lookAt } from '../../src/cli/estimate/count/savings'
import { findEntry, mayShorten, UNIT_TABLE, UNKNOWN } from '../../src/cli/estimate/count/unit-table'
import { MEASURES } from '../../src/text/measures'
import { LONG } from '../support/long'

/** A task that ends when it is told to. */
function createTask(result: string) {
  let end = () => {}
  const running = new Promise<string>((resolve) => {
    end = () => resolve(result)
  })
  const task = {
    isStarted: false,
    end: () => end(),
    size: 1,
    run() {
      task.isStarted = true
      return running
    },
  }
  return task
}

describe('blocks', () => {
  it('are counted side by side, and settled in their order', async () => {
    const settled: string[] = []
    const inOrder = createInOrder<string>({ tasks: 2, size: 10 }, (result) => void settled.push(result))
    const [first, second, third] = ['first', 'second', 'third'].map(createTask)
    await inOrder.add(first!)
    await inOrder.add(second!) // would wait for ever, were it one after the other
    const full = inOrder.add(third!)
    expect([first, second, third].map((task) => task!.isStarted)).toEqual([true, true, true])
    second!.end()
    third!.end()
    await new Promise(setImmediate)
    expect(settled).toEqual([])
    first!.end()
    await full
    await inOrder.end()
    expect(settled).toEqual(['first', 'second', 'third'])
  })

  it('that are large are few at a time, and one at least', async () => {
    const inOrder = createInOrder<string>({ tasks: 9, size: 1 }, () => {})
    const large = { ...createTask('large'), size: 5, run: () => Promise.resolve('large') }
    await inOrder.add(large)
    await inOrder.add(large)
    await inOrder.end()
  })

  it('that fail end all', async () => {
    const inOrder = createInOrder<string>({ tasks: 9, size: 9 }, () => {})
    await inOrder.add({ size: 1, run: () => Promise.reject(new Error('no')) })
    await expect(inOrder.end()).rejects.toThrow('no')
  })
})

describe('the table of units', () => {
  const STEP = LONG ? 1 : 41

  it('leaves no unit unknown', () => {
    for (let unit = 0; unit < 0x10000; unit += LONG ? 256 : 0x1100) findEntry(unit)
    expect(findEntry(0xfffe)).not.toBe(UNKNOWN) // what is between the others while they are looked at
    const unknown = [...UNIT_TABLE.subarray(0xff00)].filter((entry) => entry === UNKNOWN)
    expect(unknown).toEqual([])
  })

  it('passes over no measure that saves a segment', () => {
    for (let unit = 0; unit < 0x10000; unit += STEP) {
      const text = String.fromCharCode(unit).repeat(71)
      const { segments } = count(text)
      const look = lookAt(text)
      for (const [index, { options }] of MEASURES.entries()) {
        if (mayShorten(index, look, true)) continue
        expect({ unit, options, segments: count(text, options).segments }).toEqual({ unit, options, segments })
      }
    }
  })
})
