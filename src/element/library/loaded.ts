// The library as the element has it, after it has loaded one of two files.

export type Septet = typeof import('./library')

/** With templates, where an attribute asks for them. */
export type TemplateSeptet = typeof import('./template-library')
