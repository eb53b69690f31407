const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/** Undoes something where the process ends before its time. Answers what to call when there is nothing to undo any more. */
export function whenEnded(undo: () => void): () => void {
  const ended = (signal: NodeJS.Signals) => {
    undo()
    forget()
    process.kill(process.pid, signal) // it ends as it would have ended, when the last of these is gone
  }
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, ended)
    process.off('exit', undo)
  }
  for (const signal of SIGNALS) process.on(signal, ended)
  process.on('exit', undo)
  return forget
}
