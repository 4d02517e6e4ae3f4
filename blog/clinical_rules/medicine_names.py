"""Names of medicines that articles of a mental health clinic are about, to tell where one is meant and none is chosen.

The medicines that a site writes about stand in its own list; these are for the drafts that do not name one of it.
"""

from blog.clinical_rules.lexicon import Lexicon, entries

MEDICINES = Lexicon(
    entries(
        True,
        """
        (es|ar|)ketamine, spravato, psilocybin, mdma, lithium, clozapine, ibogaine, brexanolone, zuranolone
        (es|)citalopram, dexmedetomidine, fluoxetine, sertraline, paroxetine, fluvoxamine, (des|)venlafaxine
        duloxetine, mirtazapine, bupropion, trazodone, vortioxetine, agomelatine, amitriptyline
        nortriptyline, imipramine, clomipramine, phenelzine, tranylcypromine, moclobemide, quetiapine
        olanzapine, risperidone, aripiprazole, haloperidol, lamotrigine, valproate, carbamazepine
        gabapentin, pregabalin, buspirone, propranolol, prazosin, diazepam, lorazepam, clonazepam
        alprazolam, temazepam, zolpidem, zopiclone, methylphenidate, lisdexamfetamine, atomoxetine
        xanax, prozac, zoloft, lexapro, celexa, paxil, wellbutrin, effexor, cymbalta, valium, ativan, klonopin, ambien
        adderall, ritalin, concerta, vyvanse, strattera, seroquel, abilify, zyprexa, risperdal, depakote, lamictal
        naltrexone, buprenorphine, methadone, acamprosate, disulfiram, modafinil, pitolisant
        """,
    )
    | entries(None, "lithium(-| )ion")
)
