using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (services = [(name = "plain", worker = (
  compatibilityDate = "2026-01-01",
  modules = [
    (name = "main.mjs", esModule = "import { report } from './plain.mjs'; export default { test: () => console.log(report()) }"),
    (name = "plain.mjs", esModule = embed "plain.mjs"),
  ],
))]);
