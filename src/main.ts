// The entry by its earlier name, which service files and scripts of operators hold. `npm start` begins in start.js, for which
// node loads nothing that strips types.
import './start.js';
