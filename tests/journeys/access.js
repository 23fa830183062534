// What of this page could not be read, found or reached by somebody. Run in the page; returns sentences, none if all is well.
// Measures: contrast by WCAG 2.2 (1.4.3, AA), headings and landmarks (1.3.1, 2.4.1), names (4.1.2), the page's own title and language.
async () => {
  // A page at rest: colours that are on their way are not judged.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
  const CONTROLS = 'button, a[href], input:not([type=hidden]), textarea, select, [role=button], [role=tab], [role=menuitem], [role=option]'
  const PLACES = 'main, nav, aside, header, footer, section[aria-label], section[aria-labelledby], [role=dialog], [role=alert], [role=status], [role=menu], [role=listbox], [role=tooltip], [role=region]'
  const found = new Set()
  const modal = [...document.querySelectorAll('[aria-modal=true]')].filter((each) => each.checkVisibility()).at(-1)
  const ground = modal ?? document.body
  const seen = (each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const isOff = (each) => each.closest(':disabled, [aria-disabled=true], [data-disabled]') !== null
  const short = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 60)

  // [red, green, blue] of 0 to 255 and opacity of 0 to 1, whatever notation the browser answers with.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const colours = new Map()
  const colour = (css) => {
    if (!colours.has(css)) {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = css
      canvas.fillRect(0, 0, 1, 1)
      const [red, green, blue, opacity] = canvas.getImageData(0, 0, 1, 1).data
      colours.set(css, [red, green, blue, opacity / 255])
    }
    return colours.get(css)
  }
  const over = ([r, g, b, a], under) => [r, g, b].map((each, at) => each * a + under[at] * (1 - a))
  const light = (rgb) => {
    const [r, g, b] = rgb.map((each) => (each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05)
  }

  // The colours that may lie behind an element: a gradient has several, a picture is not judged (null).
  const behind = (element) => {
    const sheets = []
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(each)
      if (backgroundImage.includes('url(')) return null
      const stops = backgroundImage.match(/(?:rgba?|color|oklab|oklch|lab|lch|hsla?)\([^()]*\)/g)
      const layer = stops ? stops.map(colour) : [colour(backgroundColor)]
      if (layer.some(([, , , opacity]) => opacity > 0)) sheets.push(layer)
      if (layer.every(([, , , opacity]) => opacity === 1)) break
    }
    return sheets.reduceRight((unders, layer) => unders.flatMap((under) => layer.map((each) => over(each, under))), [[255, 255, 255]])
  }
  const fading = (element) => {
    let left = 1
    for (let each = element; each && each !== ground; each = each.parentElement) left *= Number(getComputedStyle(each).opacity)
    return left
  }

  const read = document.createTreeWalker(ground, NodeFilter.SHOW_TEXT)
  while (read.nextNode()) {
    const text = short(read.currentNode.data)
    const element = read.currentNode.parentElement
    if (element.closest('[aria-busy=true]')) continue
    if (!/[\p{L}\p{N}]/u.test(text) || !seen(element) || isOff(element) || element.closest('style, script, noscript, svg')) continue
    const style = getComputedStyle(element)
    const hidden = element.getBoundingClientRect()
    if (hidden.width <= 1 || hidden.height <= 1 || style.clipPath !== 'none') continue
    const unders = behind(element)
    if (unders) {
      const [r, g, b, a] = colour(style.color)
      const shade = [r, g, b, a * fading(element)]
      const reached = Math.min(...unders.map((under) => contrast(over(shade, under), under)))
      const size = Number.parseFloat(style.fontSize)
      const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5
      if (reached < needed) found.add(`"${text}" has a contrast of ${reached.toFixed(2)}, ${needed} is needed`)
    }
    if (!element.closest(PLACES) && !element.closest('[data-portal]')) found.add(`"${text}" is in no landmark`)
  }

  const named = (each) =>
    (each.getAttribute('aria-labelledby') ?? '').split(/\s+/).some((id) => id && document.getElementById(id)?.textContent.trim()) ||
    each.getAttribute('aria-label') || each.innerText?.trim() || each.labels?.length || each.title || each.querySelector('[aria-label], img[alt]:not([alt=""])')
  for (const each of ground.querySelectorAll(CONTROLS)) {
    if (each.checkVisibility() && !each.closest('[aria-hidden=true]') && !named(each)) found.add(`${each.outerHTML.slice(0, 120)} has no name`)
  }
  // A thumb needs 44 px (2.5.5); a link in a line of text is as high as the line.
  for (const each of innerWidth < 520 ? ground.querySelectorAll(CONTROLS) : []) {
    const whole = each.labels?.[0] ?? each
    const { width, height } = (/^(checkbox|radio)$/.test(each.type) ? whole : each).getBoundingClientRect()
    if (!seen(each) || isOff(each) || width <= 1 || getComputedStyle(each).display === 'inline') continue
    if (Math.round(width) < 44 || Math.round(height) < 44) found.add(`${each.outerHTML.slice(0, 120)} is ${Math.round(width)} by ${Math.round(height)} px, a thumb needs 44 by 44`)
  }
  for (const each of document.querySelectorAll('[role=dialog], [role=menu], nav, aside')) {
    if (seen(each) && !each.closest('[aria-hidden=true]') && !each.getAttribute('aria-label') && !each.getAttribute('aria-labelledby')) found.add(`${each.outerHTML.slice(0, 120)} has no name`)
  }
  for (const each of document.querySelectorAll('[aria-labelledby], [aria-describedby], [aria-controls]')) {
    for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls']) {
      // What a closed menu or list opens need not be there yet.
      if (!each.checkVisibility() || (name === 'aria-controls' && each.getAttribute('aria-expanded') === 'false')) continue
      for (const id of (each.getAttribute(name) ?? '').split(/\s+/)) {
        if (id && !document.getElementById(id)) found.add(`${each.outerHTML.slice(0, 120)}: ${name} points at nothing`)
      }
    }
  }
  for (const each of ground.querySelectorAll('img')) {
    if (seen(each) && !each.hasAttribute('alt') && !each.closest('[aria-hidden=true]')) found.add(`${each.outerHTML.slice(0, 120)} has no alt`)
  }

  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  for (const id of ids.filter((each, at) => ids.indexOf(each) !== at)) found.add(`the id ${id} is there twice`)
  const mains = [...document.querySelectorAll('main')].filter((each) => each.checkVisibility())
  if (mains.length !== 1) found.add(`the page has ${mains.length} main landmarks`)
  const heads = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((each) => each.checkVisibility())
  const ones = heads.filter(({ tagName }) => tagName === 'H1')
  if (ones.length !== 1) found.add(`the page has ${ones.length} headings of the first level`)
  if (!document.documentElement.lang) found.add('the page does not say its language')
  if (!document.title.trim()) found.add('the page has no title')
  return [...found]
}
