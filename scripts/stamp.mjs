// The file that the last step of a build writes: where it is, the build is whole. In build/, which is cleaned first and never packed.
export const STAMP = 'build/whole'
