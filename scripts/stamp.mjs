// The file that the last step of a build writes: if it is there, the build is complete. It is in build/, which is
// cleaned first and never packed.
export const STAMP = 'build/whole'
