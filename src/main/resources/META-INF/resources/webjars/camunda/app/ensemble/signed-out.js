// The webapps have a login form of their own, which knows nothing of ours. Whenever one is about to show it, after a logout
// or when the session is over, people go to the product's login page instead.
function leave() {
  if (window.location.hash.split('?')[0] === '#/login') {
    window.location.assign('/login');
  }
}

window.addEventListener('hashchange', leave);
leave();
