/** Tasks under way: they run side by side, and are settled one after the other, in the order in which they came. */
export interface InOrder<Result> {
  /** Starts a task, and waits while there are too many. */
  add(task: { size: number; run(): Promise<Result> | Result }): Promise<void>
  /** Waits for all. */
  end(): Promise<void>
}

/** The most that may be under way: tasks, and the sum of their sizes. */
interface Most {
  tasks: number
  size: number
}

/** @param settle takes what a task came to, when all tasks before it are settled */
export function createInOrder<Result>(most: Most, settle: (result: Result) => Promise<void> | void): InOrder<Result> {
  const underWay: Promise<void>[] = []
  let size = 0
  return {
    async add(task) {
      const settled = Promise.all([task.run(), underWay.at(-1)])
        .then(([result]) => settle(result))
        .finally(() => {
          size -= task.size
        })
      settled.catch(() => {}) // it is awaited in its turn
      underWay.push(settled)
      size += task.size
      while (underWay.length > most.tasks || (size > most.size && underWay.length > 0)) await underWay.shift()
    },
    async end() {
      while (underWay.length > 0) await underWay.shift()
    },
  }
}
