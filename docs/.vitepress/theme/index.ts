import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import LiveCounter from './LiveCounter.vue'
import Playground from './Playground.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('LiveCounter', LiveCounter)
    app.component('Playground', Playground)
  },
} satisfies Theme
