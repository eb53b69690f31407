// For TypeDoc: a module has the name by which it is imported, and a table says only what there is to say.
import { Converter, PageEvent, ReflectionKind } from 'typedoc'

/** The folder of src/ whose entry has another name. */
const NAMES = { 'count-only': 'septet/count', index: 'septet', src: 'septet' }

export function load({ converter, renderer }) {
  renderer.on(PageEvent.END, (page) => {
    page.contents = page.contents?.replace(/^\| .*/gm, cleanRow)
  })
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      const folder = module.name.replace(/^src\//, '').replace(/\/index$/, '')
      module.name = NAMES[folder] ?? `septet/${folder}`
    }
  })
}

/** A cell without a description is empty, and the first of several types has no bar before it. */
function cleanRow(row) {
  return row.replace(/(?<=\|) - (?=\|)/g, '  ').replace(/(?<=\| |\( )\\\| /g, '')
}
