/**
 * So many messages stand in a group: what is far from the view is skipped by groups, for a browser that looks at a thousand
 * messages one by one in each frame has no time left for the thumb that scrolls.
 */
const MOST = 10;

/**
 * Puts a message between its neighbours, into a group that has room.
 * @param {HTMLElement} list
 * @param {HTMLElement} article
 * @param {{ before: HTMLElement | undefined, after: HTMLElement | undefined }} neighbours
 */
export function putInGroup(list, article, { before, after }) {
  const isWithin = before !== undefined && before.parentElement === after?.parentElement;
  if (before && (isWithin || hasRoom(before))) before.after(article);
  else if (after && hasRoom(after)) after.before(article);
  else openGroup(list, before, after).append(article);
  drawGroup(article);
}

/** Takes a message out, and its group if nothing else stands in it. @param {HTMLElement} article */
export function takeFromGroup(article) {
  const group = article.parentElement;
  article.remove();
  if (group?.childElementCount === 0) group.remove();
}

/** @param {HTMLElement} neighbour */
const hasRoom = ({ parentElement }) => (parentElement?.childElementCount ?? MOST) < MOST;

/** @param {HTMLElement} list @param {HTMLElement | undefined} before @param {HTMLElement | undefined} after */
function openGroup(list, before, after) {
  const group = document.createElement('div');
  group.className = 'group';
  if (before?.parentElement) before.parentElement.after(group);
  else list.insertBefore(group, after?.parentElement ?? null);
  return group;
}

/**
 * Has the group of a message that changes drawn once, wherever it is: then it has a height that the browser remembers while it
 * is skipped, and nothing jumps when it comes into view.
 * @param {HTMLElement} article
 */
export function drawGroup({ parentElement: group }) {
  if (!group || group.classList.contains('is-new')) return;
  group.classList.add('is-new');
  requestAnimationFrame(() => requestAnimationFrame(() => group.classList.remove('is-new')));
}
