// For TypeDoc: a module has the name by which it is imported.
import { Converter, ReflectionKind } from 'typedoc'

/** The folder of src/ whose entry has another name. */
const NAMES = { 'count-only': 'septet/count', index: 'septet', src: 'septet' }

export function load({ converter }) {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      const folder = module.name.replace(/^src\//, '').replace(/\/index$/, '')
      module.name = NAMES[folder] ?? `septet/${folder}`
    }
  })
}
