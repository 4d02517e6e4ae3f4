from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = "Articles"

    def ready(self):
        # Signals need the models, which are not there yet when this module is read.
        from blog import addresses, guards, usage
        from blog.blocks import ArticleBody, requirements

        guards.connect()
        addresses.connect()
        usage.count_conditions()
        requirements.tell_the_rules(ArticleBody)
