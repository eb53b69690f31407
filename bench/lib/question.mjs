/** Runs in a fresh process: node question.mjs NAME OPTIONS. It sends what it measured to its parent, and ends. */

process.once('disconnect', () => process.exit())

const [name, options] = process.argv.slice(2)
const { measure } = await import(`../questions/${name}.mjs`)
process.send(await measure(JSON.parse(options)))
