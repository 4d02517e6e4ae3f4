"""The API behind Wagtail's own screens, which refuses articles with the same sentences as the screens do."""

from wagtail.admin.api.actions.copy import CopyPageAPIAction
from wagtail.admin.api.actions.create_alias import CreatePageAliasAPIAction
from wagtail.admin.api.actions.delete import DeletePageAPIAction
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.actions.unpublish import UnpublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet

from blog import refusals
from blog.refusals import Refused, holds_articles, is_article, reason_to_keep


class Publish(PublishPageAPIAction):
    def execute(self, instance, data):
        if is_article(instance):
            raise Refused(refusals.PUBLISHING)
        return super().execute(instance, data)


class Unpublish(UnpublishPageAPIAction):
    def execute(self, instance, data):
        if is_article(instance):
            raise Refused(refusals.UNPUBLISHING)
        return super().execute(instance, data)


class CreateAlias(CreatePageAliasAPIAction):
    def execute(self, instance, data):
        if is_article(instance) or (data["recursive"] and holds_articles(instance)):
            raise Refused(refusals.ALIASES)
        return super().execute(instance, data)


class Copy(CopyPageAPIAction):
    def execute(self, instance, data):
        # Wagtail's default keeps a copy live, which for an article means nothing and would be refused.
        return super().execute(instance, data | {"keep_live": data["keep_live"] and not is_article(instance)})


class Delete(DeletePageAPIAction):
    def execute(self, instance, data):
        if sentence := reason_to_keep(instance):
            raise Refused(sentence)
        return super().execute(instance, data)


class ArticleAwarePagesAPI(PagesAdminAPIViewSet):
    actions = PagesAdminAPIViewSet.actions | {
        "copy": Copy,
        "create_alias": CreateAlias,
        "delete": Delete,
        "publish": Publish,
        "unpublish": Unpublish,
    }
    # The site has one language, and Wagtail's copy into the language that a page has ends in an error.
    del actions["copy_for_translation"]
