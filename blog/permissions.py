"""What people may do with articles and with the pages that hold them, as every screen of Wagtail asks."""

from wagtail.models import PageViewRestriction
from wagtail.models.pages import PagePermissionTester

from blog.refusals import Refused, reason_to_keep
from editions.models import Edition


class ArticlePermissionTester(PagePermissionTester):
    """Nobody publishes, hides or deletes a published article here, superusers included: that is the desk's work."""

    def has_editions(self):
        return Edition.objects.filter(page_id=self.page.pk).exists()

    def can_publish(self):
        return False

    def can_publish_subpage(self):
        return False

    def can_unpublish(self):
        return False

    def can_unschedule(self):
        return False

    def can_set_view_restrictions(self):
        return False

    def can_delete(self, ignore_bulk=False):
        return super().can_delete(ignore_bulk) and not reason_to_keep(self.page)

    def can_change_address(self):
        """An address that readers may know is changed by those who answer for what is public."""
        if not self.has_editions():
            return self.can_edit()
        return self.user.is_active and (self.user.is_superuser or "publish" in self.permissions)

    def can_move(self):
        # Wagtail asks for the right to delete, which articles with editions refuse everybody.
        return super().can_delete(ignore_bulk=True) and self.can_change_address()

    def can_move_to(self, destination):
        if not super().can_move_to(destination):
            return False
        if self.user.is_superuser or not self.has_editions():
            return True
        return "publish" in destination.permissions_for_user(self.user).permissions


class OpenPermissionTester(PagePermissionTester):
    """For pages that are published Wagtail's way, but never private."""

    def can_set_view_restrictions(self):
        return False


class HolderPermissionTester(OpenPermissionTester):
    """For pages with articles below them: kept with their articles."""

    def can_delete(self, ignore_bulk=False):
        return super().can_delete(ignore_bulk) and not reason_to_keep(self.page)

    def can_move(self):
        return super().can_delete(ignore_bulk=True)


class IndexPermissionTester(HolderPermissionTester):
    """Below an article index stand articles alone, so nothing is published there."""

    def can_publish_subpage(self):
        return False


class OpenToAll:
    """A page that takes no privacy setting."""

    # Refused when one is saved (blog/guards.py); Wagtail then offers no choice either.
    private_page_options = []
    permission_tester_class = OpenPermissionTester

    def permissions_for_user(self, user):
        return self.permission_tester_class(user, self)

    def get_view_restrictions(self):
        # None is ever saved, so none is looked for: two queries less for every reader.
        return PageViewRestriction.objects.none()


class Kept(OpenToAll):
    """A page that is not deleted once it, or a page below it, has editions."""

    permission_tester_class = HolderPermissionTester

    def delete(self, *args, **kwargs):
        # Before Wagtail's own work: it counts the page out of its parent and writes its log first.
        if sentence := reason_to_keep(self):
            raise Refused(sentence)
        return super().delete(*args, **kwargs)

    delete.alters_data = True


class HoldsArticles(Kept):
    """A page with articles somewhere below it."""

    holds_articles = True
