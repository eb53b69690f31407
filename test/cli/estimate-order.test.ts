import { describe, expect, it } from 'vitest'
import { createInOrder } from '../../src/cli/estimate/count/in-order'

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
