/** Whose page this is. @type {'buyer' | 'seller'} */
export const side = document.documentElement.dataset.side === 'seller' ? 'seller' : 'buyer';
