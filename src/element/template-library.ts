// The same with templates: a page loads it in place of the other where an attribute asks for it.

export { countTemplate } from '../text/template/count-template'
export { fillTemplate } from '../text/template/fill-template'
export { templateFields } from '../text/template/template-fields'
export * from './library'
