"""The browser reaches the server, and the page asks nobody else for anything."""


def test_sign_in_page_loads_everything_from_our_own_server(page, live_server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    response = page.goto("/admin/login/")
    assert response.status == 200
    page.get_by_role("button", name="Sign in").wait_for()
    strangers = [url for url in asked if not url.startswith((live_server.url, "data:", "blob:"))]
    assert strangers == []
