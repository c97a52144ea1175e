import '../../ensemble/signed-out.js';

export default {};
