from wagtail import hooks

from cms.uploads import refuse_readers


@hooks.register("before_serve_document")
def documents_are_for_staff(document, request):
    refuse_readers(request)
