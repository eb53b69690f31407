// The library of library.ts, and templates. A page loads it instead of that one where an attribute asks for templates.

export { countTemplate } from '../../text/template/count-template'
export { fillTemplate } from '../../text/template/fill-template'
export { templateFields } from '../../text/template/template-fields'
export * from './library'
