const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/** Calls `undo` if the process ends early. Returns a function that cancels this. */
export function whenEnded(undo: () => void): () => void {
  const ended = (signal: NodeJS.Signals) => {
    undo()
    forget()
    process.kill(process.pid, signal) // without these listeners, the signal ends the process as usual
  }
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, ended)
    process.off('exit', undo)
  }
  for (const signal of SIGNALS) process.on(signal, ended)
  process.on('exit', undo)
  return forget
}
