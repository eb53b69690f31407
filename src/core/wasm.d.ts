declare module '*.wasm' {
  const digits: string
  export default digits
}
