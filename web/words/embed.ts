import { words } from './lang.ts';

/** What the dialog says that gives the code for somebody's own page. */
export const embedWords = words({
  en: {
    title: 'Put this figure into your own page',
    close: 'Close',
    ways: 'Ways in',
    way: {
      script: 'Script',
      module: 'Module',
      frame: 'Frame',
      notebook: 'Notebook',
    },
    about: {
      script: 'For any page: one script, one tag. The script asks no other server for anything.',
      module: 'For those who bundle, and for React, Vue, Next and others.',
      frame:
        'For places that take frames (iframe), but no scripts of others. The lines after it make it as high as it needs to be; without them it scrolls.',
      notebook:
        'For Jupyter and marimo, where the figure’s state and result come back to Python, and for MyST Markdown.',
    },
    noFrames:
      'This page is a file of its own, which brings no page for frames along: frames need the page on a web server.',
    options: 'What is shown',
    parts: {
      inputs: 'Inputs',
      result: 'Result',
      figure: 'Figures',
      measures: 'Measures',
      explanation: 'Explanation',
      code: 'Code',
    },
    readonly: 'For reading only',
    theme: 'Colours',
    themes: { page: 'As the page', light: 'Light', dark: 'Dark' },
    lang: 'Language',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'The browser did not allow copying. The code is selected: copy it by hand.',
    preview: 'Preview',
    previewOf: 'Made from the code as it stands here.',
    fallback: 'With JavaScript, this is a live figure of the Kullback–Leibler divergence.',
    frameTitle: 'Kullback–Leibler divergence',
  },
  zh: {
    title: '把此图放进你自己的页面',
    close: '关闭',
    ways: '嵌入方式',
    way: {
      script: '脚本',
      module: '模块',
      frame: '框架',
      notebook: '笔记本',
    },
    about: {
      script: '适用于任何页面：一个脚本，一个标签。脚本不向其他服务器请求任何内容。',
      module: '适用于使用打包工具的项目，以及 React、Vue、Next 等。',
      frame:
        '适用于不允许脚本而允许框架（iframe）的地方。其后的几行代码让框架与内容同高；没有它们则会出现滚动条。',
      notebook: '适用于 Jupyter 和 marimo（图的状态和结果会传回 Python），以及 MyST Markdown。',
    },
    noFrames: '本页面是单独的文件，不附带供框架使用的页面：要使用框架，需要网络服务器上的页面。',
    options: '显示什么',
    parts: {
      inputs: '输入',
      result: '结果',
      figure: '图',
      measures: '度量',
      explanation: '解释',
      code: '代码',
    },
    readonly: '仅供阅读',
    theme: '配色',
    themes: { page: '同页面', light: '浅色', dark: '深色' },
    lang: '语言',
    copy: '复制',
    copied: '已复制',
    notCopied: '浏览器不允许复制。代码已选中，请手动复制。',
    preview: '预览',
    previewOf: '由此处的代码生成。',
    fallback: '启用 JavaScript 后，这里是 KL 散度的实时图。',
    frameTitle: 'KL 散度',
  },
});
